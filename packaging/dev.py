"""Set up a checkout of Curator, run it, test it: `python3 packaging/dev.py --help`.

This file keeps to a syntax that every Python can read, so that an old one gets a message and not a traceback.
"""

import sys

OLDEST = (3, 11)


def complaint(version):
    """Return what to tell a person whose Python (version: a tuple of numbers) is too old; else nothing."""
    if tuple(version[:2]) >= OLDEST:
        return ""
    wanted = ".".join(map(str, OLDEST))
    return (
        "Curator needs Python %s or newer; this is Python %d.%d (%s).\n"  # noqa: UP031
        "Start this again with a newer one, for example: python%s packaging/dev.py setup"
    ) % (wanted, version[0], version[1], sys.executable, wanted)


if __name__ == "__main__":
    MESSAGE = complaint(sys.version_info)
    if MESSAGE:
        sys.stderr.write(MESSAGE + "\n")
        sys.exit(2)
    import development

    sys.exit(development.main(sys.argv[1:]))
