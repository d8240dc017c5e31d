"""Customer journey maps as code: a model, a checker, and pictures for maps kept as YAML in git."""

__version__ = "0.1.0"
