"""Backup and restore of an installation: the register's rows, the spell store, and the files beside it, as of one moment."""

from maaltal.web.config.backup.contents import BackupError
from maaltal.web.config.backup.making import back_up
from maaltal.web.config.backup.restoring import checked, restore

__all__ = ["BackupError", "back_up", "checked", "restore"]
