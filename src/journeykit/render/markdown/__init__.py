"""A map as GitHub-flavoured Markdown, for wikis and pull requests."""
