"""One module for each verb of `maaltal-web`."""
