"""Trains the sentence model of coolhead; lives outside the wheel."""
