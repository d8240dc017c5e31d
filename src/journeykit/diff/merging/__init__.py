"""Two edits of one map made into one: by element, with every comment and all layout kept."""
