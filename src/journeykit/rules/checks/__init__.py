"""The built-in rules, one a module, named as people name them; each module has a `RULE`."""
