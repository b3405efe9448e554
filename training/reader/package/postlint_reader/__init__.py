"""The model of postlint's second reader (EUPL-1.2 and MIT, see README.md); `postlint.reader` loads it from here."""
