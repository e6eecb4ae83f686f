"""Two Word files made one that holds both: what is gone and what came stand in it as Word's own tracked changes."""
