/*
 * Learning the model's weights: a linear-chain conditional random field by
 * stochastic gradient descent with L2 regularisation (Bottou, "Large-scale
 * machine learning with stochastic gradient descent", 2010: the weights are
 * kept as a vector and a common scale), the result averaged over the later
 * epochs. Used by train.c only.
 */
#ifndef KHABAR_TAG_CRF_H
#define KHABAR_TAG_CRF_H

#include "corpus.h"
#include "model.h"

struct crf_options {
	unsigned epochs;
	double variance; /* of the weights' Gaussian prior: the larger, the closer to the data */
	double keep;     /* features whose weights are all smaller than this are left out of the model */
	unsigned rounds; /* models learnt, each without another part of the lists, and averaged */
	double unlisted; /* the share of the words of names and gazetteers that are hidden: lists hold a corpus better than text to come */
	bool verbose;
};

/*
 * Learn from the sentences of `corpus` for which skip[i] is 0. Returns a
 * model, to be given back with free().
 */
struct model *crf_learn(const struct corpus *corpus, const unsigned char *skip, const struct crf_options *options);

#endif
