// The same walk without chance: the probability of each place and direction after each step, and from it the mean squared
// displacement.
//
//     walk PERSISTENCE STEPS

#include <cstdio>
#include <cstdlib>
#include <vector>

int main(int count, char **words) {
    if (count != 3) {
        std::fprintf(stderr, "usage: walk PERSISTENCE STEPS\n");
        return 1;
    }
    const double stay = std::atof(words[1]), turn = (1 - stay) / 3;
    const int steps = std::atoi(words[2]), width = 2 * steps + 3;
    const int move[4] = {1, width, -1, -width};
    typedef std::vector<double> Lattice;
    std::vector<Lattice> now(4, Lattice(width * width));
    const int centre = (steps + 1) * width + steps + 1;
    for (int d = 0; d < 4; d++) now[d][centre + move[d]] = 0.25;
    std::printf("time,displacement\n");
    for (int time = 1; time <= steps; time++) {
        double mean = 0;
        for (int place = 0; place < width * width; place++) {
            const double x = place % width - steps - 1, y = place / width - steps - 1;
            for (int d = 0; d < 4; d++) mean += now[d][place] * (x * x + y * y);
        }
        std::printf("%d,%.10f\n", time, mean);
        if (time == steps) break;
        std::vector<Lattice> next(4, Lattice(width * width));
        for (int place = 0; place < width * width; place++)
            for (int from = 0; from < 4; from++) {
                const double there = now[from][place];
                if (there == 0) continue;
                for (int to = 0; to < 4; to++) next[to][place + move[to]] += there * (to == from ? stay : turn);
            }
        now.swap(next);
    }
    return 0;
}
