"""Diagrams as Graphviz source: where everything stands is worked out here, Graphviz draws it."""
