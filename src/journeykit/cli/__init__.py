"""The command line: one module a command, options, console, exit codes. Nothing else prints or exits."""
