"""Why a file cannot be read or written, in both languages: the machine's own words follow neither."""

import errno
from tomllib import TOMLDecodeError

from maaltal.core.text import Text, same

_NO_ACCESS = Text("der er ikke adgang", "access is denied")
_FULL = Text("der er ikke plads", "there is no room left")
_REASONS = {
    errno.EACCES: _NO_ACCESS,
    errno.EPERM: _NO_ACCESS,
    errno.ENOENT: Text("det findes ikke", "it does not exist"),
    errno.EEXIST: Text("navnet er taget", "the name is taken"),
    errno.EISDIR: Text("det er en mappe", "it is a folder"),
    errno.ENOTDIR: Text(
        "stien går gennem noget, der ikke er en mappe", "the path goes through what is no folder"
    ),
    errno.ENAMETOOLONG: Text("navnet er for langt", "the name is too long"),
    errno.ELOOP: Text("genvejene peger på hinanden", "the links point at each other"),
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: Text("der kan kun læses", "it can only be read"),
    errno.EIO: Text("disken svarer ikke, som den skal", "the disk does not answer as it should"),
}


def reason(problem: OSError) -> Text:
    """The rest of a sentence such as "the file cannot be read: ..."; the machine's own words for what is rare."""
    return _REASONS.get(problem.errno or 0) or same(problem.strerror or type(problem).__name__)


def fault(problem: Exception) -> Text:
    """What is wrong with a file of settings: that it cannot be opened, what it is not, or what it lacks."""
    match problem:
        case OSError():
            return reason(problem)
        case UnicodeDecodeError():
            return Text("den er ikke tekst i UTF-8", "it is no text in UTF-8")
        case TOMLDecodeError():
            return Text(f"den er ikke TOML ({problem})", f"it is no TOML ({problem})")
        case KeyError():
            return Text(
                f"'{problem.args[0]}' mangler eller kendes ikke",
                f"'{problem.args[0]}' is missing or not known",
            )
    return same(f"{type(problem).__name__}: {problem}")
