-- The language server for transcripts. Switch it on with vim.lsp.enable('onrecord').
return {
  cmd = { 'onrecord', 'lsp' },
  -- TOML and JSON for project files and registries; the server passes over all others.
  filetypes = { 'transcript', 'text', 'toml', 'json' },
  -- The first marker found upwards wins: the project file, and only without one the repository.
  root_markers = { 'onrecord.toml', '.git' },
  on_attach = function(client, buffer)
    if vim.list_contains({ 'toml', 'json' }, vim.bo[buffer].filetype) then return end
    local function go(command)
      return function()
        local here = vim.lsp.util.make_position_params(0, client.offset_encoding)
        client:exec_cmd({ title = command, command = command, arguments = { here } }, { bufnr = buffer })
      end
    end
    vim.keymap.set('n', ']t', go('onrecord.nextTurn'), { buffer = buffer, desc = 'Next turn of this speaker' })
    vim.keymap.set('n', '[t', go('onrecord.previousTurn'), { buffer = buffer, desc = 'Previous turn of this speaker' })
  end,
}
