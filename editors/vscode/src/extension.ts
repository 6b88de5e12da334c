// Starts `onrecord lsp` for transcripts, plain text and our TOML files and keeps it running; all knowledge is in the program.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { commands, ExtensionContext, window, workspace } from 'vscode';
import { LanguageClient, StaticFeature } from 'vscode-languageclient/node';

const log = window.createOutputChannel('onrecord');
let client: LanguageClient | undefined;
// Starts and stops wait for one another: a restart in the middle of a start must not leave two servers.
let turn: Promise<void> = Promise.resolve();

/** Tells the server that the token types package.json contributes are known here. */
const ownTokenTypes: StaticFeature = {
  fillClientCapabilities: ({ textDocument }) => textDocument?.semanticTokens?.tokenTypes.push('speaker', 'person', 'office',
    'organization', 'stageDirection', 'unsourcedClaim', 'cue', 'quotation'),
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};

/** The place of the cursor, as the server takes it. */
function here({ code2ProtocolConverter: converter }: LanguageClient): unknown[] {
  const editor = window.activeTextEditor;
  return editor ? [converter.asTextDocumentPositionParams(editor.document, editor.selection.active)] : [];
}

async function start(): Promise<void> {
  const settings = workspace.getConfiguration('onrecord');
  const command = settings.get<string>('path')?.trim() || 'onrecord';
  try {
    const { stdout } = await promisify(execFile)(command, ['--version'], { timeout: 10_000 });
    log.appendLine(`${stdout.trim()}, started as: ${command} lsp`);
  } catch (error) {
    log.appendLine(String(error));
    // Not awaited: the message may stay open for hours, and a restart must not wait for it.
    void window.showErrorMessage(`onrecord: the program “${command}” cannot be run. ` +
      'Install it, or tell where it is in the setting onrecord.path.', 'Open the Setting', 'Show the Log').then((choice) => {
      if (choice === 'Open the Setting') void commands.executeCommand('workbench.action.openSettings', 'onrecord.path');
      if (choice === 'Show the Log') log.show();
    });
    return;
  }
  const languages = settings.get('plainText', true) ? ['transcript', 'plaintext'] : ['transcript'];
  const started = client = new LanguageClient('onrecord', 'onrecord', { command, args: ['lsp'] }, {
    documentSelector: [
      ...languages.flatMap((language) => ['file', 'untitled'].map((scheme) => ({ scheme, language }))),
      // Project files and registries; the server passes over all others of these kinds.
      ...['**/*.toml', '**/*.json'].map((pattern) => ({ scheme: 'file', pattern })),
    ],
    outputChannel: log,
    // A command from the palette or a key is about the place of the cursor.
    middleware: { executeCommand: (name, args, next) => next(name, args.length ? args : here(started)) },
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
  const restart = () => inTurn(stop, start);
  context.subscriptions.push(
    log,
    commands.registerCommand('onrecord.restart', restart),
    commands.registerCommand('onrecord.showOutput', () => log.show()),
    workspace.onDidChangeConfiguration((change) => {
      if (['onrecord.path', 'onrecord.plainText'].some((key) => change.affectsConfiguration(key))) void restart();
    }));
  return inTurn(start);
}

export const deactivate = (): Promise<void> => inTurn(stop);
