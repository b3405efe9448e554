"""The second reader: a small model on the author's own machine that sees risks which no word gives away."""
