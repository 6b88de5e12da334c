-- Transcripts by name. Any other *.txt stays `text`, which the server reads too.
vim.filetype.add({
  extension = { transcript = 'transcript' },
  pattern = { ['.*%.transcript%.txt'] = 'transcript' },
})
