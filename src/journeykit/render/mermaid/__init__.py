"""Mermaid source: diagrams that wikis and repositories draw by themselves."""
