"""postlint reads a draft post before it is published and says what a sensible colleague would say."""

__version__ = "0.1.0"
