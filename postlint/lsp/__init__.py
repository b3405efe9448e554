"""The language server: what `postlint check` finds in a file, in an editor while it is written; and help with rules."""
