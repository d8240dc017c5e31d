"""Text as it lies in files and in git, and where everything in it stands."""
