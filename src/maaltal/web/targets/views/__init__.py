"""Pages of targets: parse, call one action or query, present, render."""
