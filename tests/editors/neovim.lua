-- The sample in a real Neovim, with the configuration of editors/neovim and the real server.
--
--   nvim --clean --headless --cmd 'set rtp^=editors/neovim' -l tests/editors/neovim.lua
--
-- `onrecord` is the one in PATH. Prints what was checked; exit status 0 when all of it passed.
local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h')
local root = vim.fn.fnamemodify(here, ':h:h')
local story = vim.json.decode(table.concat(vim.fn.readfile(here .. '/story.json'), '\n'))
local passed, failed = 0, 0

local function check(name, ok, detail)
  if ok then
    passed = passed + 1
    io.write('ok   ' .. name .. '\n')
  else
    failed = failed + 1
    io.write('FAIL ' .. name .. ': ' .. vim.inspect(detail) .. '\n')
  end
  return ok
end

-- Lets the editor work until `done` says so; gives up after ten seconds.
local function until_(done)
  return vim.wait(10000, done, 20)
end

-- A start with `-l` detects no file types by itself; a user's start does.
vim.cmd('filetype plugin indent on')
vim.lsp.enable('onrecord')

-- A copy in a folder without a project file, so that the built-in settings hold.
local folder = vim.fn.tempname()
vim.fn.mkdir(folder, 'p')
local sample = folder .. '/' .. vim.fs.basename(story.sample)
vim.fn.writefile(vim.fn.readfile(root .. '/' .. story.sample, 'b'), sample, 'b')
vim.cmd.edit(sample)
local buf = vim.api.nvim_get_current_buf()
check('the sample is a transcript by its name', vim.bo.filetype == 'transcript', vim.bo.filetype)

local function client_of(buffer)
  return vim.lsp.get_clients({ bufnr = buffer, name = 'onrecord' })[1]
end
until_(function() return client_of(buf) ~= nil end)
local client = client_of(buf)
if not check('the server is attached', client ~= nil, vim.fn.exepath('onrecord')) then
  os.exit(1)
end

-- Where words of the sample stand: line and first byte column, from 0, and the column after them.
local function place(words)
  for row, line in ipairs(vim.api.nvim_buf_get_lines(buf, 0, -1, false)) do
    local from, to = line:find(words, 1, true)
    -- A speaker label is the whole line; the same words may stand inside another.
    if from and not (words:sub(-1) == ':' and line ~= words) then return row - 1, from - 1, to end
  end
  error('not in the sample: ' .. words)
end

local severity = { warning = vim.diagnostic.severity.WARN, info = vim.diagnostic.severity.INFO,
  hint = vim.diagnostic.severity.HINT, error = vim.diagnostic.severity.ERROR }

local function touching(words, code)
  local row, from, to = place(words)
  return vim.tbl_filter(function(found)
    local begins = found.lnum < row or (found.lnum == row and found.col < to)
    local ends = found.end_lnum > row or (found.end_lnum == row and found.end_col > from)
    return begins and ends and (code == nil or found.code == code)
  end, vim.diagnostic.get(buf))
end

until_(function() return #vim.diagnostic.get(buf) > 0 end)
for _, expected in ipairs(story.findings) do
  local found = touching(expected.at, expected.code)[1]
  check(expected.code .. ' at “' .. expected.at .. '”',
    found and found.severity == severity[expected.severity] and found.source == 'onrecord',
    found or touching(expected.at))
end
for _, words in ipairs(story.quiet) do
  local loud = vim.tbl_filter(function(found) return found.severity <= severity.warning end, touching(words))
  check('nothing at “' .. words .. '”', #loud == 0, loud)
end

local document = vim.lsp.util.make_text_document_params(buf)
local function ask(method, params)
  local answer, problem = client:request_sync(method, params, 10000, buf)
  return answer and answer.result, problem or (answer and answer.err)
end

-- What a person sees after K: a floating window.
local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
  end
end
for _, expected in ipairs(story.hovers) do
  local row, from, to = place(expected.on)
  vim.api.nvim_win_set_cursor(0, { row + 1, math.floor((from + to) / 2) })
  vim.lsp.buf.hover()
  until_(function() return float() ~= nil end)
  local card = ''
  if float() then
    card = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float()), 0, -1, false), '\n')
    vim.api.nvim_win_close(float(), true)
  end
  local silent = vim.tbl_filter(function(words) return not card:find(words, 1, true) end, expected.says)
  check('hover on “' .. expected.on .. '”', #silent == 0, { missing = silent, card = card })
end

-- gO's list.
vim.lsp.buf.document_symbol({ on_list = function(found) vim.fn.setloclist(0, {}, ' ', found) end })
until_(function() return #vim.fn.getloclist(0) > 0 end)
local listed = table.concat(vim.tbl_map(function(item) return item.text end, vim.fn.getloclist(0)), '\n')
for _, turn in ipairs(story.outline) do
  check('the outline lists “' .. turn .. '”', listed:find(turn, 1, true), listed)
end

local folds, problem = ask('textDocument/foldingRange', { textDocument = document })
check('turns fold', folds and #folds >= #story.outline - 1, problem or folds)

-- Somebody speaks: the empty turn is filled, then the change is undone.
local empty = place('Prime Minister Johnson:')
local function empty_turn() return #touching('Prime Minister Johnson:', 'SPK002') == 1 end
vim.api.nvim_buf_set_lines(buf, empty + 1, empty + 1, false, { '', 'Thank you all, and safe travels.' })
check('words after a label clear its finding', until_(function() return not empty_turn() end), vim.diagnostic.get(buf))
vim.cmd('silent undo')
check('undo brings it back', until_(empty_turn), vim.diagnostic.get(buf))

-- Plain text without turns shows nothing. An answer to a later request proves that it was read.
local list = folder .. '/list.txt'
vim.fn.writefile(vim.split(story['without turns'], '\n'), list)
vim.cmd.edit(list)
local plain = vim.api.nvim_get_current_buf()
until_(function() return client_of(plain) ~= nil end)
local read = client_of(plain) and client:request_sync('textDocument/documentSymbol',
  { textDocument = vim.lsp.util.make_text_document_params(plain) }, 10000, plain)
vim.wait(200, function() return #vim.diagnostic.get(plain) > 0 end, 20)
check('a shopping list is read and shows nothing', read and not read.err and #vim.diagnostic.get(plain) == 0,
  { read, vim.diagnostic.get(plain) })

client:stop()
check('the server stops', until_(function() return client:is_stopped() end))
local log = vim.fn.filereadable(vim.lsp.log.get_filename()) == 1 and vim.fn.readfile(vim.lsp.log.get_filename()) or {}
local errors = vim.tbl_filter(function(line) return line:find('^%[ERROR%]') end, log)
check('the client logged no error', #errors == 0, errors)
vim.fn.delete(folder, 'rf')
io.write(('%d passed, %d failed\n'):format(passed, failed))
os.exit(failed == 0 and 0 or 1)
