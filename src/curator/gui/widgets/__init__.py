"""The controls the window is made of; each knows the theme and nothing of archives."""
