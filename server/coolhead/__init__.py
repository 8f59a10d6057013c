"""Live hints that keep replies to upset customers free of blame and defensiveness."""
