"""Ways to show a report: one module for each output format."""
