"""`python -m coolhead` and the console script."""

from coolhead.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
