"""The application put together: settings, addresses, the command that runs it."""
