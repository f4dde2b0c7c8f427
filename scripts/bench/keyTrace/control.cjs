/** The file that asks for the control's list, as long as it is there. */
exports.controlFile = `${process.env.DOSSIER_KEY_TRACE}.control`;
