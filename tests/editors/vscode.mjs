// The sample in the real VS Code workbench, as a person meets it: code-server, and Debian's Chromium driven from here.
//
//   node tests/editors/vscode.mjs EXTENSION.vsix PICTURES
//
// CODE_SERVER and DRIVER are set by the set-up's env file; `onrecord` is the one in PATH. Prints what was checked;
// exit status 0 when all of it passed.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const { chromium } = await import(process.env.DRIVER);
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const story = JSON.parse(fs.readFileSync(path.join(here, 'story.json'), 'utf8'));
const [vsix, pictures] = process.argv.slice(2);
const WAIT = 20_000;

// A folder without a project file, so that the built-in settings hold.
const tmp = fs.mkdtempSync(path.join(os.tmpdir(), 'onrecord-vscode-'));
const work = path.join(tmp, 'summit');
const settings = path.join(tmp, 'data/User/settings.json');
const sample = path.basename(story.sample);
fs.mkdirSync(work);
fs.mkdirSync(path.dirname(settings), { recursive: true });
fs.copyFileSync(path.join(root, story.sample), path.join(work, sample));
fs.writeFileSync(path.join(work, 'list.txt'), story['without turns']);
const lines = fs.readFileSync(path.join(root, story.sample), 'utf8').split('\n');
const options = {
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'update.mode': 'none',
  'editor.accessibilitySupport': 'off',
  'editor.hover.delay': 100,
  'editor.hover.above': false,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'git.enabled': false,
};
const set = (more) => fs.writeFileSync(settings, JSON.stringify({ ...options, ...more }));
set({});
fs.writeFileSync(path.join(tmp, 'config.yaml'), 'auth: none\n');

let passed = 0;
let failed = 0;
const began = Date.now();
const check = (name, ok, detail) => {
  const at = `${((Date.now() - began) / 1000).toFixed(1)} s`;
  if (ok) passed++;
  else failed++;
  console.log(ok ? `ok   ${name} (${at})` : `FAIL ${name} (${at}): ${JSON.stringify(detail)}`);
  return ok;
};
// Waits until `what` gives something true and returns it; the last answer when the time is over.
const until = async (what, ms = WAIT) => {
  const end = Date.now() + ms;
  for (;;) {
    const got = await what();
    if (got || Date.now() > end) return got;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const shown = (locator, ms = WAIT) => locator.first().waitFor({ timeout: ms }).then(() => true, () => false);
// The workbench writes no-break spaces.
const plain = (text) => text.replace(/\u00a0/g, ' ').replace(/\s+/g, ' ').trim();

// A home of its own: nothing is left in the real one. The workbench takes PATH from a login shell, as on a desktop.
const home = path.join(tmp, 'home');
fs.mkdirSync(home);
fs.writeFileSync(path.join(home, '.profile'), `export PATH='${process.env.PATH}'\n`);
// No gallery of extensions: nothing is asked from outside this machine.
const env = { ...process.env, HOME: home, SHELL: '/bin/bash', EXTENSIONS_GALLERY: '{}' };
const entry = path.join(process.env.CODE_SERVER, 'out/node/entry.js');
const common = ['--config', path.join(tmp, 'config.yaml'), '--user-data-dir', path.join(tmp, 'data'),
  '--extensions-dir', path.join(tmp, 'extensions')];
const installed = spawnSync(process.execPath, [entry, ...common, '--install-extension', vsix], { encoding: 'utf8', env, timeout: 60_000 });
check('the extension installs', /successfully installed/.test(installed.stdout), installed.stdout + installed.stderr);

const port = await new Promise((resolve) => {
  const probe = net.createServer().listen(0, '127.0.0.1', () => {
    const free = probe.address().port;
    probe.close(() => resolve(free));
  });
});
const server = spawn(process.execPath, [entry, ...common, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`,
  '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override',
  work], { stdio: ['ignore', 'pipe', 'pipe'], env });
let said = '';
server.stdout.on('data', (data) => (said += data));
server.stderr.on('data', (data) => (said += data));
await until(() => /HTTP server listening/.test(said));

const browser = await chromium.launch({
  env,
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
const picture = (name) => page.screenshot({ path: path.join(pictures, `${name}.png`) });

const command = async (title) => {
  await page.keyboard.press('F1');
  const box = page.locator('.quick-input-widget input.input');
  await box.waitFor({ timeout: WAIT });
  await box.fill('>' + title);
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().waitFor({ timeout: WAIT });
  await page.keyboard.press('Enter');
  await box.waitFor({ state: 'hidden', timeout: WAIT });
};
const open = async (name) => {
  await page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: name }).dblclick({ timeout: WAIT });
  await page.locator('.tab.active').filter({ hasText: name }).waitFor({ timeout: WAIT });
};
// The texts of all rows of the list that has the keyboard. Lists are virtual: only rows on the screen are in the page.
const everyRow = async (rows) => {
  const seen = new Set();
  for (let i = 0; i < 30; i++) {
    for (const text of await rows.allInnerTexts()) seen.add(plain(text));
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Home');
  return [...seen];
};
// Where words of the sample stand, counted from 1. A speaker label is the whole line.
const place = (words) => {
  const line = lines.findIndex((text) => (words.endsWith(':') ? text === words : text.includes(words)));
  if (line < 0) throw new Error(`not in the sample: ${words}`);
  return { line: line + 1, column: lines[line].indexOf(words) + 1 };
};
// Puts words in the middle of the screen and returns their rectangle there (where a line is wrapped: of their first row).
const reveal = async (words) => {
  const { line, column } = place(words);
  await page.keyboard.press('Control+G');
  const box = page.locator('.quick-input-widget input.input');
  await box.waitFor({ timeout: WAIT });
  await box.fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await box.waitFor({ state: 'hidden', timeout: WAIT });
  return until(() => page.evaluate((wanted) => {
    // A wrapped line is several rows, and a row is cut into spans by colour: all their text in reading order.
    const rows = [...document.querySelectorAll('.editor-instance .view-lines .view-line')];
    rows.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
    let text = '';
    const nodes = [];
    for (const row of rows) {
      const pieces = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      for (let node = pieces.nextNode(); node; node = pieces.nextNode()) {
        nodes.push([text.length, node]);
        text += node.data;
      }
    }
    const at = text.replaceAll('\u00a0', ' ').indexOf(wanted);
    if (at < 0) return undefined;
    const spot = (offset) => {
      const [start, node] = nodes.findLast(([from]) => from <= offset);
      return [node, offset - start];
    };
    const range = document.createRange();
    range.setStart(...spot(at));
    range.setEnd(...spot(at + wanted.length - 1));
    // Colours cut a row into pieces: together they are the words' first row.
    const pieces = [...range.getClientRects()].filter((piece) => piece.width > 0);
    const row = pieces.filter((piece) => Math.abs(piece.top - pieces[0].top) < 4);
    const x = Math.min(...row.map((piece) => piece.left));
    const width = Math.max(...row.map((piece) => piece.right)) - x;
    const { y, height } = pieces[0] ?? { y: 0, height: 0 };
    return width > 0 && y > 60 ? { x, y, width, height } : undefined;
  }, words));
};
// The kinds of squiggle that touch a rectangle.
const squiggles = (box) => page.evaluate(({ x, y, width, height }) =>
  ['error', 'warning', 'info', 'hint'].filter((kind) =>
    [...document.querySelectorAll(`.editor-instance .squiggly-${kind}`)].some((element) => {
      const mark = element.getBoundingClientRect();
      return mark.left < x + width && mark.right > x && mark.top < y + height && mark.bottom > y;
    })), box);

try {
  await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(work)}`);
  await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
  await open(sample);
  check('the sample opens as a transcript', await shown(page.locator('.statusbar-item').filter({ hasText: /^Transcript$/ }), 60_000));
  // Only what is on the screen is in the page.
  await reveal('It was stressed');
  if (!check('squiggles appear', await shown(page.locator('.editor-instance .squiggly-warning'), 30_000))) throw new Error('nothing to see');

  // A hint has no squiggle but three dots; the Problems list leaves it out too.
  for (const { code, severity, at } of story.findings.filter((found) => found.severity !== 'hint')) {
    const box = await reveal(at);
    const kinds = box && (await until(async () => {
      const found = await squiggles(box);
      return found.includes(severity) && found;
    }, 3000));
    check(`a squiggle (${severity}, ${code}) under “${at}”`, kinds, box ? await squiggles(box) : 'not on the screen');
  }
  for (const words of story.quiet) {
    const box = await reveal(words);
    const kinds = box ? await squiggles(box) : ['not on the screen'];
    check(`no squiggle under “${words}”`, !kinds.includes('warning') && !kinds.includes('error') && box, kinds);
  }

  const card = page.locator('.monaco-hover:not(.hidden)');
  const hover = async (words) => {
    await page.keyboard.press('Escape');
    await page.mouse.move(900, 52);
    const box = await reveal(words);
    if (!box) return '';
    await page.mouse.move(box.x + box.width / 2 - 3, box.y + box.height / 2);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
    // “Loading…” stands there until the answer comes.
    await until(async () => (await card.count()) > 0 && !/^Loading/.test(await card.last().innerText().catch(() => 'Loading')));
    return plain((await card.allInnerTexts()).join(' '));
  };
  let n = 0;
  for (const { on, says } of story.hovers) {
    const text = await hover(on);
    const missing = says.filter((words) => !text.includes(words));
    check(`hover on “${on}”`, text && missing.length === 0, { missing, text });
    await picture(`hover-${++n}`);
  }
  const stressed = story.findings.find((found) => found.code === 'ATT103');
  const reason = await hover(stressed.at);
  check('hover on a squiggle says the rule', reason.includes(stressed.code), reason);
  await picture('hover-finding');
  await page.keyboard.press('Escape');
  await page.mouse.move(900, 52);

  await command('Explorer: Focus on Outline View');
  const outline = page.locator('.outline-tree .monaco-list-row');
  await shown(outline.filter({ hasText: story.outline[0] }));
  const listed = await everyRow(outline);
  for (const turn of story.outline) check(`the outline lists “${turn}”`, listed.some((row) => row.startsWith(turn)), listed);
  await picture('outline');

  await reveal(story.outline[0]);
  await page.keyboard.press('Control+Shift+O');
  const symbols = page.locator('.quick-input-list .monaco-list-row');
  check('Go to Symbol lists the turns', await shown(symbols.filter({ hasText: story.outline[0] })), await symbols.allInnerTexts());
  await picture('symbols');
  await page.keyboard.press('Escape');

  await command('Problems: Focus on Problems View');
  const rows = page.locator('.markers-panel .monaco-list-row');
  await shown(rows.filter({ hasText: 'onrecord' }));
  const problems = await everyRow(rows);
  for (const { code, at } of story.findings.filter((found) => found.severity !== 'hint')) {
    const { line } = place(at);
    const row = problems.find((text) => text.includes(code) && text.includes(`[Ln ${line},`));
    check(`the Problems list has ${code} on line ${line}`, row, problems.filter((text) => text.includes(`[Ln ${line},`)));
  }
  await picture('problems');
  await command('View: Toggle Panel Visibility');

  // Somebody speaks: the empty turn is filled, then the change is undone.
  const label = story.findings.find((found) => found.code === 'SPK002').at;
  let box = await reveal(label);
  const marked = async () => (await squiggles(box)).includes('warning');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Thank you all, and safe travels.');
  check('words after a label clear its squiggle', await until(async () => !(await marked())));
  await command('File: Revert File');
  box = await reveal(label);
  check('reverting brings it back', await until(marked));

  await command('onrecord: Restart the Server');
  await until(async () => !(await marked()), 2000);
  check('after a restart the squiggles are there again', await until(marked));
  await command('onrecord: Show the Log');
  check('the log says which program runs', await shown(page.locator('.output-view .view-line').filter({ hasText: /started.as:/ })));
  await picture('log');
  await command('View: Toggle Panel Visibility');

  // The picture of the README: findings around a card, and the whole outline in place of the list of files.
  const files = page.locator('.pane-header').filter({ hasText: 'summit' });
  await files.click();
  await hover('Ben Wallace');
  await shown(card.filter({ hasText: 'Defence' }));
  await new Promise((resolve) => setTimeout(resolve, 500)); // the card fades in
  await picture('sample');
  await page.keyboard.press('Escape');
  await files.click();

  await open('list.txt');
  // What the Outline says, entries or that there are none, proves that the server answered for this document.
  const pane = page.locator('.outline-pane');
  const answer = await until(async () => {
    const text = plain(await pane.innerText());
    return /words|No symbols/.test(text) && !text.includes(story.outline[0]) && text;
  });
  check('a shopping list is read', answer, await pane.innerText());
  await picture('list');
  check('and has no squiggles', (await page.locator('.editor-instance [class*="squiggly-"]').count()) === 0);

  // A window that is just being left or opened can miss a change of its settings file: it is written again until seen.
  const message = page.locator('.notification-toast').filter({ hasText: '/nowhere/onrecord' });
  let told = false;
  for (let attempt = 0; attempt < 4 && !told; attempt += 1) {
    set({ 'onrecord.path': '/nowhere/onrecord', 'editor.tabSize': 2 + attempt });
    if (attempt > 0) await page.reload();
    told = await shown(message, attempt > 0 ? 30_000 : 10_000);
  }
  check('a program that is not there is told', told);
  await picture('not-found');
} catch (error) {
  check('the whole story is told', false, String(error));
  await picture('failure').catch(() => {});
} finally {
  await browser.close();
  server.kill();
  await until(() => server.exitCode !== null || server.signalCode !== null, 5000);
  if (failed) {
    const logs = fs.readdirSync(path.join(tmp, 'data/logs'), { recursive: true }).filter((name) => /exthost|onrecord/.test(name) && name.endsWith('.log'));
    for (const name of logs) console.log(`-- ${name}`, fs.readFileSync(path.join(tmp, 'data/logs', name), 'utf8').slice(-3000));
  }
  fs.rmSync(tmp, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
