"""One module a command, named as the command is; each has a function `command`, whose docstring is its help."""
