/** Says a sentence of ours in the display language, `{0}` and so on filled in; `vscode.l10n.t` fits. Lets code that knows no VS Code have words. */
export type Translate = (message: string, ...args: (string | number)[]) => string;
