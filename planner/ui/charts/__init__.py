"""The charts tab: its pages, their plots, and what goes with a plot."""
