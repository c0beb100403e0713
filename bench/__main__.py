"""`python -m bench` measures everything; `python -m bench engine --rows 10000000` one thing."""

import sys
from importlib import import_module

PARTS = ("engine", "intake", "audit", "allocation", "documents", "notes", "web")


def main(words: list[str]) -> None:
    chosen, arguments = ((words[0],), words[1:]) if words and words[0] in PARTS else (PARTS, words)
    for part in chosen:
        print(f"== {part} ==", flush=True)
        import_module(f"bench.{part}").main(arguments)


main(sys.argv[1:])
