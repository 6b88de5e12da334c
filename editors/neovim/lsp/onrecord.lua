-- The language server for transcripts. Switch it on with vim.lsp.enable('onrecord').
return {
  cmd = { 'onrecord', 'lsp' },
  filetypes = { 'transcript', 'text' },
  -- The first marker found upwards wins: the project file, and only without one the repository.
  root_markers = { 'onrecord.toml', '.git' },
}
