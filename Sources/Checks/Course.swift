internal import Grading
