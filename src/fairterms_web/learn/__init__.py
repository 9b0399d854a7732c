"""The page Learn: trainings, quizzes, certificates, and a group's own courses."""
