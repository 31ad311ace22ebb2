// SPDX-License-Identifier: Apache-2.0
namespace Dixit.Circumstances;

/// <summary>The sections of a language's <c>Via.txt</c>, where they are explained.</summary>
internal enum ViaWord
{
    To,
    On,
    Interview,
    By,
    Carried,
    Had,
    Learn,
    Medium,
    Network,
    Article,
    Contracted,
    Continuing,
    Before,
    Court,
    Event,
    Paper,
    At,
    In,
}
