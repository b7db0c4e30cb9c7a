mkdir d; seq 3 | conv d
