"""The organisation: seen on a day, searched, and kept."""
