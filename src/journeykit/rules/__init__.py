"""The linter: rules read a map as an expert would, an engine turns what they find into diagnostics."""
