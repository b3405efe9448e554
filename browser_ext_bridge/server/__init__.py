"""The bridge: postlint for the programs on the author's own machine, over the loopback address."""
