"""Is the house in order? Tests of the repository itself: its map, layers, words and files."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "maaltal"
