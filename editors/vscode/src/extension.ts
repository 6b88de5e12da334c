// Starts `onrecord lsp` for transcripts, plain text and our TOML files and keeps it running; all knowledge is in the program.
import { execFile } from 'node:child_process';
import { commands, ExtensionContext, window, workspace } from 'vscode';
import { LanguageClient, StaticFeature } from 'vscode-languageclient/node';

const log = window.createOutputChannel('onrecord');
let client: LanguageClient | undefined;
// Starts and stops wait for one another: a restart in the middle of a start must not leave two servers.
let turn: Promise<void> = Promise.resolve();

function settings() {
  const onrecord = workspace.getConfiguration('onrecord');
  return { path: onrecord.get<string>('path')?.trim() || 'onrecord', plainText: onrecord.get('plainText', true) };
}

/** What the program says of its version, or the reason why it cannot be run. */
function version(path: string): Promise<string> {
  return new Promise((resolve, reject) =>
    execFile(path, ['--version'], { timeout: 10_000 }, (error, said) => (error ? reject(error) : resolve(said.trim()))));
}

/** The place of the cursor, as the server takes it. */
function here(): unknown[] {
  const editor = window.activeTextEditor;
  return editor && client
    ? [client.code2ProtocolConverter.asTextDocumentPositionParams(editor.document, editor.selection.active)] : [];
}

/** Tells the server that the token types package.json contributes are known here. */
const ownTokenTypes: StaticFeature = {
  fillClientCapabilities: ({ textDocument }) => textDocument?.semanticTokens?.tokenTypes.push('speaker', 'person', 'office',
    'organization', 'stageDirection', 'unsourcedClaim', 'cue', 'quotation'),
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};

async function start(): Promise<void> {
  const { path, plainText } = settings();
  try {
    log.appendLine(`${await version(path)}, started as: ${path} lsp`);
  } catch (error) {
    log.appendLine(String(error));
    const choices = ['Open the Setting', 'Show the Log'];
    // Not awaited: the message may stay open for hours, and a restart must not wait for it.
    void window.showErrorMessage(`onrecord: the program “${path}” cannot be run. ` +
      'Install it, or tell where it is in the setting onrecord.path.', ...choices).then((choice) => {
      if (choice === choices[0]) void commands.executeCommand('workbench.action.openSettings', 'onrecord.path');
      if (choice === choices[1]) log.show();
    });
    return;
  }
  const languages = plainText ? ['transcript', 'plaintext'] : ['transcript'];
  client = new LanguageClient('onrecord', 'onrecord', { command: path, args: ['lsp'] }, {
    documentSelector: [
      ...languages.flatMap((language) => ['file', 'untitled'].map((scheme) => ({ scheme, language }))),
      { scheme: 'file', pattern: '**/*.toml' },
    ],
    outputChannel: log,
    // A command from the palette or a key is about the place of the cursor.
    middleware: { executeCommand: (command, args, next) => next(command, args.length ? args : here()) },
  });
  client.registerFeature(ownTokenTypes);
  await client.start();
}

async function stop(): Promise<void> {
  const old = client;
  client = undefined;
  await old?.dispose();
}

function inTurn(...steps: (() => Promise<void>)[]): Promise<void> {
  for (const step of steps) turn = turn.then(step).catch((error) => log.appendLine(String(error)));
  return turn;
}

export function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    log,
    commands.registerCommand('onrecord.restart', () => inTurn(stop, start)),
    commands.registerCommand('onrecord.showOutput', () => log.show()),
    workspace.onDidChangeConfiguration((change) => {
      if (['onrecord.path', 'onrecord.plainText'].some((key) => change.affectsConfiguration(key))) void inTurn(stop, start);
    }));
  return inTurn(start);
}

export const deactivate = (): Promise<void> => inTurn(stop);
