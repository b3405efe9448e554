"""LanguageTool: its server, and what it says of spelling, grammar and officialese (optional extra)."""
