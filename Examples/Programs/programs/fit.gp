# The diffusion constant: a line through the late times, weighted by the errors.
set datafile separator ","
set fit quiet
set fit errorvariables
set fit nolog
late = ARG2 + 0
D = 1
offset = 1
fit [late:] 4 * D * x + offset ARG1 every ::1 using 1:2:3 yerrors via D, offset
set print "constant.txt"
print sprintf("D = %.10g +- %.10g", D, D_err)
