"""What `maaltal` and `maaltal-web` share: click in the reader's language, Danish first."""
